-- A page whose letters were told from its picture (OCR): they may be wrong.

ALTER TABLE page ADD COLUMN recognised INTEGER NOT NULL DEFAULT 0 CHECK (recognised IN (0, 1));
