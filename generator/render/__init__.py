"""Pages, feeds and the small files of a site; `outputs` has the table of them all."""
