"""Pages to a site: MkDocs, or a folder for any other engine."""
