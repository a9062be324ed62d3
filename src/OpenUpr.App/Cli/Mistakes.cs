using System.CommandLine;
using System.CommandLine.Parsing;

namespace OpenUpr.App.Cli;

/// <summary>What is wrong with a command line, in words that say what to type instead.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<string> Find(ParseResult parsed)
    {
        var unknown = UnknownOptions(parsed).Concat(parsed.UnmatchedTokens).Distinct().ToList();
        if (unknown.Count > 0)
        {
            return unknown.ConvertAll(token => DescribeUnknown(parsed.CommandResult.Command, token));
        }

        return [.. parsed.Errors.Select(e => InPlainWords(e.Message)).Distinct().Select(m => $"{m} Try: openupr {Path(parsed.CommandResult.Command)}--help")];
    }

    private static string InPlainWords(string message) => message.Replace("as expected type 'System.Int32'", "as a whole number", StringComparison.Ordinal);

    /// <summary>The parser takes an unknown option for an argument where one is allowed; a search for "--sru" is never meant.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .Where((t, i) => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal) && !IsValueOfOption(parsed, i))
        .Select(t => t.Value);

    private static bool IsValueOfOption(ParseResult parsed, int i) => i > 0 && parsed.Tokens[i - 1].Type == TokenType.Option;

    private static string DescribeUnknown(Command command, string token)
    {
        var isOption = token.StartsWith('-');
        var known = isOption ? OptionsOf(command).Select(o => o.Name) : command.Subcommands.Select(c => c.Name);
        var what = isOption ? "There is no option" : command.Subcommands.Count > 0 ? "There is no command" : "There is one word too many:";
        var nearest = Nearest.To(token, known);
        return nearest.Count > 0
            ? $"{what} '{token}'. Did you mean {string.Join(" or ", nearest.Select(n => $"'{n}'"))}?"
            : $"{what} '{token}'. See: openupr {Path(command)}--help";
    }

    /// <summary>The command's own options and the ones that hold everywhere.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive)));

    private static string Path(Command command) => command is RootCommand
        ? string.Empty
        : string.Concat(command.Parents.OfType<Command>().Select(Path)) + command.Name + " ";
}
