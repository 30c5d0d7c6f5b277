"""A Site in, the files of its output folder out."""
