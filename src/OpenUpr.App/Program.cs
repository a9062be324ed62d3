using System.Globalization;
using OpenUpr.App.Cli;
using OpenUpr.Sources;
using OpenUpr.Storage;

// Data and talk are the same on every machine, whatever calendar and decimal sign its user prefers; the site sets the reader's language itself.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

using var terminal = Terminal.OfProcess();
try
{
    return await CommandLine.RunAsync(args, terminal);
}
catch (Exception e) when (e is CliException or StoreException or SourceException or IOException or UnauthorizedAccessException)
{
    terminal.Talk.WriteLine($"openupr: {e.Message}");
    return Exit.Failed;
}
catch (Exception e) when (StoreException.DatabaseFailure(e) is { } failure)
{
    terminal.Talk.WriteLine($"openupr: The database failed: {failure.Message} Put it right, or restore a backup, and try again.");
    return Exit.Failed;
}
catch (OperationCanceledException)
{
    terminal.Talk.WriteLine("openupr: stopped");
    return Exit.Failed;
}
