using System.CommandLine;

namespace OpenUpr.App.Cli;

/// <summary>A command that does something. Its constructor declares arguments and options, <see cref="RunAsync"/> does the work and returns the exit code.</summary>
internal abstract class Verb : Command
{
    /// <param name="examples">Command lines that run as they stand; help and docs/cli.md show them.</param>
    protected Verb(Terminal terminal, string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Terminal = terminal;
        Examples = examples;
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples { get; }

    protected Terminal Terminal { get; }

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancel);

    /// <summary>Says what is wrong with the command line.</summary>
    protected int WrongUse(string message)
    {
        Terminal.Talk.WriteLine($"openupr: {message}");
        return Exit.WrongUse;
    }
}
