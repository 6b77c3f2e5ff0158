"""What an article becomes: JSON, Markdown, HTML, plain text."""
