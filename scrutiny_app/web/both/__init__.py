"""Pages that both portals serve: the door, the home page's address, and what the footer names."""

from scrutiny_app.web.both import account, confirm, glossary, home, sign_in

pages = (sign_in.bp, home.bp, account.bp, confirm.bp, glossary.bp)
