"""An article to look at: a page that shows every node, and the small form for notebooks."""
