"""What was kept, sharpened, weakened and dropped between two documents, and the words for it."""
