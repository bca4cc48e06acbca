"""The colours of the window by name, light and dark; contrasts are held by a test."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

Token = Literal[
    "bg",
    "panel",
    "line",
    "edge",
    "text",
    "dim",
    "faint",
    "accent",
    "accent_hover",
    "accent_soft",
    "on_accent",
    "bad",
    "bad_soft",
    "on_bad",
    "ok",
    "ok_soft",
    "on_ok",
    "warn",
    "warn_soft",
    "on_warn",
    "hover",
    "page",
    "desk",
    "focus",
]

LIGHT: MappingProxyType[Token, str] = MappingProxyType(
    {
        "bg": "#f6f6f4",
        "panel": "#ffffff",
        "line": "#e4e3df",
        "edge": "#85888d",
        "text": "#1c1d1f",
        "dim": "#5c5f64",
        "faint": "#686b71",
        "accent": "#2f5bd3",
        "accent_hover": "#274eb8",
        "accent_soft": "#e8eefc",
        "on_accent": "#ffffff",
        "bad": "#b3372b",
        "bad_soft": "#fbe9e6",
        "on_bad": "#ffffff",
        "ok": "#23774a",
        "ok_soft": "#e4f3ea",
        "on_ok": "#ffffff",
        "warn": "#8a5a00",
        "warn_soft": "#fdf1d8",
        "on_warn": "#ffffff",
        "hover": "#efeeeb",
        "page": "#ffffff",
        "desk": "#dedcd6",
        "focus": "#2f5bd3",
    }
)

DARK: MappingProxyType[Token, str] = MappingProxyType(
    {
        "bg": "#17181a",
        "panel": "#1f2023",
        "line": "#2f3135",
        "edge": "#7b7f85",
        "text": "#ecedee",
        "dim": "#a9adb3",
        "faint": "#979ba1",
        "accent": "#8aa8ff",
        "accent_hover": "#a3bbff",
        "accent_soft": "#26304a",
        "on_accent": "#10131c",
        "bad": "#ff9488",
        "bad_soft": "#3d2523",
        "on_bad": "#17181a",
        "ok": "#7fd1a3",
        "ok_soft": "#1f3629",
        "on_ok": "#17181a",
        "warn": "#f0c36a",
        "warn_soft": "#3a2f17",
        "on_warn": "#17181a",
        "hover": "#292b2f",
        "page": "#fbfbfa",
        "desk": "#121315",
        "focus": "#8aa8ff",
    }
)
