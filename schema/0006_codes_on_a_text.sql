-- Which codes lie on a document's text is asked with each tag: now the index alone tells it.

DROP INDEX annotation_of_document;

CREATE INDEX annotation_of_document ON annotation (document, start, stop, code);
