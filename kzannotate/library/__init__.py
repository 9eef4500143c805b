"""From a file to text and pages: the only room that knows PyMuPDF and file formats."""
