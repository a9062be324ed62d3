namespace OpenUpr.Sources;

/// <summary>A file that cannot be read as what it seems to be. The message is for the person who gave the file: what, where, what to do.</summary>
public sealed class SourceException(string message, int? line = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The line (or sheet row) where reading stopped, from 1; null when the whole file is meant.</summary>
    public int? Line { get; } = line;
}
