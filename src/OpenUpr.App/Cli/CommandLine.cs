using System.CommandLine;
using System.CommandLine.Help;
using OpenUpr.App.Cli.Accounts;
using OpenUpr.App.Cli.Classification;
using OpenUpr.App.Cli.Coalitions;
using OpenUpr.App.Cli.Drafts;
using OpenUpr.App.Cli.Keys;
using OpenUpr.App.Cli.Recommendations;
using OpenUpr.App.Cli.Reviews;
using OpenUpr.App.Cli.Site;
using OpenUpr.App.Cli.Sources;
using OpenUpr.App.Cli.Statistics;
using OpenUpr.App.Cli.Stores;
using OpenUpr.App.Cli.Targets;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Cli;

/// <summary>The verbs of the program and how a command line becomes one of them.</summary>
internal static class CommandLine
{
    /// <summary>Long enough for a transaction to end; then the process goes, and the transaction was not.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    // "@file" is a word like any other, and "-ab" is a query that excludes "ab".
    private static readonly ParserConfiguration s_parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>All verbs, in the order in which help lists them.</summary>
    public static RootCommand Build(Terminal terminal)
    {
        var store = new StoreOptions(terminal);
        var root = new RootCommand("OpenUPR turns the United Nations' documents on the Universal Periodic Review into a database that anyone can search, count and check.")
        {
            new ServeCommand(terminal, store),
            new ImportCommand(terminal, store),
            new FetchCommand(terminal, store),
            new ExtractCommand(terminal),
            new SearchCommand(terminal, store),
            new SimilarCommand(terminal, store),
            new StatsCommand(terminal, store),
            new TargetsCommand(terminal, store),
            new ClassifyCommand(terminal),
            new TrainCommand(terminal),
            new CalendarCommand(terminal, store),
            new SmartCommand(terminal),
            new CheckCommand(terminal),
            new DraftsCommand(terminal, store),
            Export(terminal, store),
            new ReindexCommand(terminal, store),
            new BackupCommand(terminal, store),
            new RestoreCommand(terminal, store),
            new Command("keys", "The keys under which accounts and coalitions are sealed.")
            {
                new KeysStatusCommand(terminal, store), new KeysRotateCommand(terminal, store), new KeysFileCommand(terminal, store), new KeysPassphraseCommand(terminal, store),
            },
            new Command("audit", "The logs of who did what.") { new AuditVerifyCommand(terminal, store) },
            new Command("user", "The accounts of this installation, for its operator at the machine.")
            {
                new UserListCommand(terminal, store), new UserInviteCommand(terminal, store), new UserResetCommand(terminal, store), new UserRoleCommand(terminal, store),
                UserLockCommand.Lock(terminal, store), UserLockCommand.Unlock(terminal, store), new UserDeleteCommand(terminal, store), new UserFoundingCommand(terminal, store),
            },
            new Command("coalition", "The coalitions of this installation, for its operator at the machine.")
            {
                new CoalitionFoundCommand(terminal, store), new CoalitionListCommand(terminal, store), new CoalitionExportCommand(terminal, store), new CoalitionImportCommand(terminal, store), new ImportSheetCommand(terminal, store),
            },
            new Command("publication", "What coalitions show to everybody, between installations.") { new PublicationExportCommand(terminal, store), new PublicationImportCommand(terminal, store) },
            new RoutesCommand(terminal),
        };
        root.Directives.Clear();
        store.AddTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();

        return root;
    }

    private static Command Export(Terminal terminal, StoreOptions store)
    {
        var export = new Command("export", "Write what the store holds to a file.") { new ExportRecommendationsCommand(terminal, store), new ExportActionsCommand(terminal, store), new ExportInfographicCommand(terminal, store), new ExportMatrixCommand(terminal, store), new ExportPlanCommand(terminal, store), new ExportPressCommand(terminal, store) };
        foreach (var command in ExportStudioCommand.All(terminal, store))
        {
            export.Add(command);
        }

        return export;
    }

    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> args) => root.Parse(args, s_parser);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        if (args is ["classify", ..])
        {
            // It loads while the command line is read.
            Classifier.Prepare();
        }

        // Without a word the program says what it can do.
        var parsed = Parse(Build(terminal), args.Count == 0 ? ["--help"] : args);
        if (parsed.Action?.ClearsParseErrors != true && Mistakes.Find(parsed) is { Count: > 0 } mistakes)
        {
            mistakes.ToList().ForEach(m => terminal.Talk.WriteLine($"openupr: {m}"));
            return Exit.WrongUse;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Out,
                Error = terminal.Talk,
                ProcessTerminationTimeout = s_patience,
            },
            cancel);
    }
}
