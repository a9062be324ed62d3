using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr coalition list: which coalitions live here; nothing of what is behind their doors.</summary>
internal sealed class CoalitionListCommand : CoalitionVerb
{
    private static readonly string[] s_columns = ["slug", "state", "people", "founded", "last_deed", "closes", "name"];

    private readonly OutputOptions _output;

    public CoalitionListCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "list", "List the coalitions: short name, State, people with an account, the days of founding, of the last deed in the log and of a closing that was asked for, name.", "openupr coalition list", "openupr coalition list --format jsonl")
    {
        _output = new OutputOptions(terminal, "jsonl", "csv");
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        var rows = await db.Coalitions.AsNoTracking().OrderBy(c => c.Slug).Select(c => new
        {
            Coalition = c,
            People = db.Memberships.Count(m => m.CoalitionId == c.Id && m.LeftAt == null && m.AccountId != null),
            Last = db.AuditEntries.Where(e => e.CoalitionId == c.Id).OrderByDescending(e => e.Number).Select(e => (DateTimeOffset?)e.At).FirstOrDefault(),
        }).ToListAsync(cancel);
        await _output.WriteAsync(parsed, stream => PlainRows.WriteAsync(stream, s_columns, rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Coalition.Slug, r.Coalition.Country, r.People, Day(r.Coalition.CreatedAt), Day(r.Last), Day(r.Coalition.ClosingAt?.AddDays(Closing.TermDays)), r.Coalition.Name,
        ]), _output.Format(parsed), Terminal.Width), cancel);
        return Exit.Done;
    }

    private static string? Day(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
