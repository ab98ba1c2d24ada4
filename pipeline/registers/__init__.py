"""Sheets over many meetings: registers of decisions and actions, reminders, attendance. From records alone."""
