"""What a sentence's figures do and how they belong together: values, changes, previous values, parallel lists."""
