using System.CommandLine.Parsing;

namespace OpenUpr.App.Cli;

/// <summary>What holds for every file that a command line names.</summary>
internal static class FileNames
{
    /// <summary>Refuses an empty name, which is what a script passes when its variable is not set.</summary>
    public static void MustNotBeEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
        {
            result.AddError("The name of the file is empty.");
        }
    }
}
