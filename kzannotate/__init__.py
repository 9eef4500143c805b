"""kzannotate: annotate demands, victims and legal articles in human-rights texts, offline."""

__version__ = "0.1.0"
