using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Accounts;
using OpenUpr.App;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.RoomPages;

/// <summary>The pages of a coalition's room with as many rows as a large coalition has, on SQLite and, where an address is given, PostgreSQL.</summary>
internal static class RoomBenchmark
{
    private const int Rounds = 20;

    private static readonly string[] s_pages =
    [
        "/coalitions", "R", "R/people", "R/people/2", "R/people/2/traces", "R/organisations", "R/organisations/1", "R/clusters", "R/clusters/1", "R/meetings", "R/meetings/2", "R/meetings/2/edit", "R/secretariat", "R/hand-over",
        "R/trainings", "R/funding", "R/absent", "R/reprisals", "R/reprisals/1", "R/terms", "R/about", "R/search?q=submission", "R/search?q=harbour", "R/evidence", "R/evidence?view=trash", "R/evidence/1", "R/evidence/1/custody",
        "R/evidence/new", "R/evidence/inbox", "R/evidence/boxes", "R/audit", "R/audit?thing=member", "R/audit?before=500", "/account", "/operator/people",
        "R/plan", "R/plan/dates", "R/plan/quiet", "R/plan/tasks/5", "R/plan/tasks/5/edit", "R/now", "R/calendar", "R/calendar?view=list", "R/calendar?view=timeline", "R/targets", "R/contacts", "R/contacts?page=100",
        "R/contacts?q=harbour", "R/contacts/5000", "R/contacts/5000/edit", "R/contacts/briefing", "R/contacts/export", "R/letters", "R/events", "R/events/1", "R/events/ways", "R/consultation", "R/consultation/3", "R/press", "R/press/1",
        "R/review-day", "R/review-day/1", "R/review-day/1/lines", "R/review-day/1/feed", "R/review-day/1/after", "R/review-day/1/report", "R/search?q=embassy",
    ];

    /// <summary>Arguments: the page of results to write; then, if wanted, the address of an empty PostgreSQL database.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("openupr_rooms_").FullName;
        try
        {
            var sqlite = await MeasureAsync(folder, null);
            var postgres = args.Length > 1 ? await MeasureAsync(Path.Combine(folder, "postgres"), args[1]) : null;
            await File.WriteAllTextAsync(args[0], Markdown(sqlite, postgres));
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<(string Page, double First, double Median, double P95)>> MeasureAsync(string folder, string? database)
    {
        await using var app = await AppBuilder.BuildAsync(new ServeOptions(StoreLocation.Parse(folder, database), "http://127.0.0.1:0", Demo: true, Curate: false), CancellationToken.None);
        await app.StartAsync();
        var store = app.Services.GetRequiredService<Store>();
        var account = await AmaraAsync(store);
        var access = (await CoalitionAccess.FindAsync(store, account, DemoCoalition.Slug, CancellationToken.None))!;
        var clock = Stopwatch.GetTimestamp();
        await new RoomFiller(store, app.Services.GetRequiredService<Keyring>(), access).FillAsync(CancellationToken.None);
        await new CycleFiller(store, app.Services.GetRequiredService<Keyring>(), access).FillAsync(CancellationToken.None);
        Console.WriteLine($"Filled in {Stopwatch.GetElapsedTime(clock).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s.");

        var address = new Uri(app.Urls.Single());
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("openupr", await AccountSessions.BeginAsync(store, TimeProvider.System, account, AccountSessions.ByDemo, "benchmark", CancellationToken.None), "/"));
        using var handler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var measured = new List<(string, double, double, double)>();
        foreach (var page in s_pages)
        {
            measured.Add(await MeasureAsync(client, page.StartsWith('R') ? $"/coalitions/{DemoCoalition.Slug}{page[1..]}" : page, page));
        }

        return measured;
    }

    private static async Task<long> AmaraAsync(Store store)
    {
        await using var db = store.Open();
        return db.Accounts.Single(a => a.NormalisedName == "amara").Id;
    }

    private static async Task<(string Page, double First, double Median, double P95)> MeasureAsync(HttpClient client, string address, string page)
    {
        var first = await TimeAsync(client, address);
        await TimeAsync(client, address);
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            times.Add(await TimeAsync(client, address));
        }

        times.Sort();
        var row = (page.Replace("R", "…", StringComparison.Ordinal), first, times[Rounds / 2], times[(int)Math.Ceiling(Rounds * 0.95) - 1]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Item1,-28} {row.first,8:F1} {row.Item3,8:F1} {row.Item4,8:F1}"));
        return row;
    }

    private static async Task<double> TimeAsync(HttpClient client, string address)
    {
        var clock = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? Stopwatch.GetElapsedTime(clock).TotalMilliseconds : throw new InvalidOperationException($"{address} gave {answer.StatusCode}.");
    }

    private static string Markdown(List<(string Page, double First, double Median, double P95)> sqlite, List<(string Page, double First, double Median, double P95)>? postgres)
    {
        var lines = new List<string>
        {
            "# The pages of a room", "",
            "`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- rooms perf/results/rooms.md [postgres://...an empty database]`", "",
            string.Create(CultureInfo.InvariantCulture, $"The demonstration's coalition with {RoomFiller.People} people, {RoomFiller.Organisations} organisations, {RoomFiller.MeetingCount} meetings, {RoomFiller.Cases:N0} cases and {RoomFiller.LogEntries:N0} log entries more, and {CycleFiller.Contacts:N0} contacts, {CycleFiller.ContactEvents:N0} entries of their logs, {CycleFiller.Tasks:N0} tasks of the plan, {CycleFiller.Lines:N0} lines on the board of the review day."),
            string.Create(CultureInfo.InvariantCulture, $"Milliseconds as the client on the same machine sees them, one request at a time: the first after the start of the program, then {Rounds} after two. {Environment.ProcessorCount} processors, .NET {Environment.Version}. Goal: under 100 ms."), "",
            "| page | SQLite first | median | p95 |" + (postgres is null ? "" : " PostgreSQL first | median | p95 |"), "|---|---|---|---|" + (postgres is null ? "" : "---|---|---|"),
        };
        for (var i = 0; i < sqlite.Count; i++)
        {
            lines.Add(Cells($"| `{sqlite[i].Page}` |", sqlite[i]) + (postgres is null ? "" : Cells("", postgres[i])));
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Cells(string start, (string Page, double First, double Median, double P95) row) =>
        string.Create(CultureInfo.InvariantCulture, $"{start} {row.First:F0} | {row.Median:F1} | {row.P95:F1} |");
}
