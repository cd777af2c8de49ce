"""Pages that both portals serve: the door, the home page's address, and what the footer names."""

from scrutiny_app.web.both import account, api, glossary, home, public_site, sign_in, tokens

pages = (sign_in.bp, home.bp, account.bp, glossary.bp, api.bp, tokens.bp, public_site.bp)
