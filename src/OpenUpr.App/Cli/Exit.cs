namespace OpenUpr.App.Cli;

/// <summary>The truth about a run, for scripts.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>Something was refused or failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUse = 2;
}
