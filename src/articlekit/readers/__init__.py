"""What a source becomes: text and blocks, with offsets into it."""
