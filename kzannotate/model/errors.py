"""The one error a researcher may see."""


class KzError(Exception):
    """One sentence the user can act on: which file, the reason, what was kept.

    Anything else that is raised is a bug.
    """


class PassphraseError(KzError):
    """The project is encrypted, and the passphrase is missing or wrong."""
