"""What a page of the site may load and run: its Content-Security-Policy (W3C, CSP Level 3)."""

from collections.abc import Mapping

POLICY: Mapping[str, str] = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""Nothing from another host, no script that stands in a page, no program of a plugin's.

The search is WebAssembly, and drawings of the theme's stylesheets are ``data:``.
Attributes of style are allowed for hand-written pages, whose tables are aligned by them; ours have none.
"""

_LIVE = ("default-src", "script-src")
"""What the preview needs more of: MkDocs writes its own script into each page, we the list of problems."""


def policy(*, preview: bool = False) -> str:
    """Return the policy as the content of a ``<meta http-equiv>``."""
    allowed = {
        name: f"{value} 'unsafe-inline'" if preview and name in _LIVE else value
        for name, value in POLICY.items()
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())
