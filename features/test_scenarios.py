"""Binds every scenario of this folder, English and Swedish, to its step definitions."""

from pytest_bdd import scenarios

scenarios(".")
