namespace OpenUpr.App.Cli;

/// <summary>A command cannot do what was asked. The message is for the person at the terminal: what happened and what to do.</summary>
internal sealed class CliException(string message, Exception? inner = null) : Exception(message, inner);
