using System.CommandLine;
using System.Globalization;
using System.Text;

namespace OpenUpr.App.Cli;

/// <summary>Writes docs/cli.md from the commands themselves.</summary>
internal static class Reference
{
    private const string Head = """
        # The command line

        This page is generated from the program (`tests/OpenUpr.Tests/Docs`). It lists every command, option and environment variable.

        stdout is data, stderr is talk, and the exit code is the truth: 0 done, 1 refused or failed, 2 wrong use. Finding nothing is 0.
        An import exits with 1 if any file was refused; the others stay. Numbers say what they count: pairs of a recommendation and a
        recommending State unless `--unit` says otherwise. [formats.md](formats.md) describes what is read and written.

        ## Everywhere

        | option | meaning |
        |---|---|

        """;

    public static string Write(RootCommand root)
    {
        var page = new StringBuilder(Head);
        AppendOptions(page, root.Options);
        page.AppendLine("\n## Environment variables\n").AppendLine("| variable | option | meaning |").AppendLine("|---|---|---|");
        foreach (var setting in Settings.All)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{setting.Name}` | {(setting.Option.Length > 0 ? $"`{setting.Option}`" : "")} | {setting.Description} |");
        }

        page.AppendLine("\nAn option on the command line comes before its variable.");
        foreach (var (path, verb) in Verbs(root))
        {
            AppendVerb(page, path, verb);
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Every command that does something, with the words that call it.</summary>
    public static IEnumerable<(string Path, Verb Verb)> Verbs(Command command, string path = "openupr") =>
        command.Subcommands.SelectMany(c => c is Verb verb ? [($"{path} {c.Name}", verb)] : Verbs(c, $"{path} {c.Name}"));

    private static void AppendVerb(StringBuilder page, string path, Verb verb)
    {
        var arguments = string.Concat(verb.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $" [{a.Name}]" : $" {a.Name}"));
        page.AppendLine(CultureInfo.InvariantCulture, $"\n## {path}\n").AppendLine(verb.Description).AppendLine();
        page.AppendLine("```").AppendLine(CultureInfo.InvariantCulture, $"{path}{arguments}{(verb.Options.Count > 0 ? " [options]" : string.Empty)}").AppendLine("```");
        if (verb.Arguments.Count + verb.Options.Count > 0)
        {
            page.AppendLine("\n| | |\n|---|---|");
            foreach (var argument in verb.Arguments)
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"| `{argument.Name}` | {Cell(argument.Description)} |");
            }

            AppendOptions(page, verb.Options);
        }

        page.AppendLine(verb.Examples.Count == 1 ? "\nExample:\n" : "\nExamples:\n").AppendLine("```");
        page.AppendJoin('\n', verb.Examples).AppendLine("\n```");
    }

    private static void AppendOptions(StringBuilder page, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            var value = option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? string.Empty : $" {option.HelpName}";
            var fallback = option.HasDefaultValue && option.ValueType != typeof(bool) ? $" Default: {option.GetDefaultValue()}." : string.Empty;
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{Cell($"{option.Name}{value}")}` | {Cell(option.Description)}{fallback}{(option.Required ? " Required." : string.Empty)} |");
        }
    }

    /// <summary>A bar would end the cell.</summary>
    private static string Cell(string? text) => (text ?? string.Empty).Replace("|", "\\|", StringComparison.Ordinal);
}
