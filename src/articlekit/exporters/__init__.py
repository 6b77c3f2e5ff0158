"""What an article becomes: JSON, Markdown, plain text."""
