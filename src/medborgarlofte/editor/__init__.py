"""Language server: editor requests answered by the functions behind the commands."""
