using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Accounts;
using OpenUpr.App;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Actions;

/// <summary>An implementation matrix of 300 actions with indicators and judgements: its pages, a filter, and a form of 30 rows that all change, on SQLite and, where an address is given, PostgreSQL.</summary>
internal static class ActionBenchmark
{
    private const int Rows = 300;
    private const int Rounds = 20;

    private static readonly string[] s_pages =
        ["", "/actions", "/actions?q=school&show=begun", "/actions?position=supported&page=2", "/actions/20", "/actions/versions?before=1", "/actions/views?for=parliament&of=budget", "/actions.docx", "/actions.xlsx", "/monitoring", "/monitoring?show=mixed", "/monitoring/index", "/monitoring/indicators"];

    /// <summary>Argument, if wanted: the address of an empty PostgreSQL database.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("openupr_actions_").FullName;
        try
        {
            await MeasureAsync(folder, null);
            if (args.Length > 0)
            {
                await MeasureAsync(Path.Combine(folder, "postgres"), args[0]);
            }

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, string? database)
    {
        await using var app = await AppBuilder.BuildAsync(new ServeOptions(StoreLocation.Parse(folder, database), "http://127.0.0.1:0", Demo: true, Curate: false), CancellationToken.None);
        await app.StartAsync();
        var store = app.Services.GetRequiredService<Store>();
        var account = await AmaraAsync(store);
        var access = (await CoalitionAccess.FindAsync(store, account, DemoCoalition.Slug, CancellationToken.None))!;
        var id = (await FollowRows.ListAsync(store, access, CancellationToken.None))[0].Review.Id;
        var rooms = new OpenUpr.Coalitions.Rooms(store, app.Services.GetRequiredService<Keyring>(), TimeProvider.System);
        await FillAsync(rooms, access, id);
        var joint = await JoinAsync(rooms, access, id);
        var address = new Uri(app.Urls.Single());
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("openupr", await AccountSessions.BeginAsync(store, TimeProvider.System, account, AccountSessions.ByDemo, "benchmark", CancellationToken.None), "/"));
        using var handler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var room = string.Create(CultureInfo.InvariantCulture, $"/coalitions/{DemoCoalition.Slug}/follow-up/{id}");
        Console.WriteLine($"{(database is null ? "SQLite" : "PostgreSQL")}, {Rows} actions: median and 95th of {Rounds}, milliseconds");
        foreach (var page in s_pages)
        {
            await ReportAsync(page.Length == 0 ? "(hub)" : page, _ => ReadAsync(client, room + page));
        }

        await ReportAsync("(joint draft of all)", _ => ReadAsync(client, joint));
        await ReportAsync("(joint draft of all)/actions/A30", _ => ReadAsync(client, joint + "/actions/A30"));
        var token = "";
        var html = "";
        await ReportAsync("POST 30 rows, all changed", async round => await SendAsync(client, room + "/actions?position=supported", round, html, token), async () =>
        {
            html = await client.GetStringAsync(new Uri(room + "/actions?position=supported", UriKind.Relative));
            token = Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        });
    }

    private static async Task<long> AmaraAsync(Store store)
    {
        await using var db = store.Open();
        return db.Accounts.Single(a => a.NormalisedName == "amara").Id;
    }

    private static async Task FillAsync(OpenUpr.Coalitions.Rooms rooms, CoalitionAccess access, long id)
    {
        var follow = (await FollowRows.ReadAsync(rooms.Store, access, id, CancellationToken.None))!;
        for (var i = 0; i < Rows; i++)
        {
            var rows = follow.Rows.Skip(i % follow.Rows.Count).Take(2).Select(r => r.Row.Id).ToList();
            var text = new ActionText($"Open school number {i} to everybody, and say each year in the assembly how many children came and who was turned away")
            {
                Ministry = $"Ministry {i % 12}", Actors = "Bar association: trains\nFinance: pays", From = "2026-01-01", To = $"202{6 + (i % 3)}-06-30", Targets = "4.1", Budget = "Vote 18", State = i % 3 == 0 ? "begun" : "planned",
            };
            var action = (await ActionWriting.AddAsync(rooms, access, id, text, rows, null, CancellationToken.None)).Id;
            await Indicators.SaveAsync(rooms, access, action, null, 0, new IndicatorWish("Children", "children", "0", "100", "Ministry", "2027-01-01", "4.1.1"), CancellationToken.None);
            await Assessments.AddAsync(rooms, access, id, new AssessmentWish(rows[0], null, i % 2 == 0 ? "partly" : "not", "What was seen on a visit to six places.", false, null, null), null, CancellationToken.None);
        }
    }

    /// <summary>A joint draft of the whole matrix into which somebody wrote thirty times.</summary>
    private static async Task<string> JoinAsync(OpenUpr.Coalitions.Rooms rooms, CoalitionAccess access, long id)
    {
        var follow = (await FollowRows.ReadAsync(rooms.Store, access, id, CancellationToken.None))!;
        var version = (await ActionVersions.TakeAsync(rooms, access, follow, ActionVersion.Joint, "Together", null, CancellationToken.None)).Id;
        foreach (var action in (await JointDrafts.ReadAsync(rooms.Store, access, version, CancellationToken.None))!.Plan.Actions.Skip(20).Take(30))
        {
            await JointWriting.SaveAsync(rooms, access, version, action.Number, 0, new JointWish(ActionText.Of(action) with { Ministry = "Another ministry" }, null, []), null, CancellationToken.None);
        }

        return string.Create(CultureInfo.InvariantCulture, $"/coalitions/{DemoCoalition.Slug}/action-versions/{version}");
    }

    private static async Task ReportAsync(string name, Func<int, Task> work, Func<Task>? before = null)
    {
        var times = new List<double>();
        for (var i = -3; i < Rounds; i++)
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            var clock = Stopwatch.GetTimestamp();
            await work(i);
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44} {times[Rounds / 2],8:F1} {times[(int)Math.Ceiling(Rounds * 0.95) - 1],8:F1}"));
    }

    private static async Task ReadAsync(HttpClient client, string address) => await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    private static async Task SendAsync(HttpClient client, string address, int round, string html, string token)
    {
        var fields = new List<KeyValuePair<string, string>> { new("__RequestVerificationToken", token), new("act", "save"), new("client", $"bench{round}") };
        foreach (Match row in Regex.Matches(html, "name=\"revision-(\\d+)\" value=\"(\\d+)\""))
        {
            fields.Add(new($"revision-{row.Groups[1].Value}", row.Groups[2].Value));
            fields.Add(new($"text-{row.Groups[1].Value}", string.Create(CultureInfo.InvariantCulture, $"Open the school, round {round}")));
        }

        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content);
        if (response.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"{response.StatusCode} instead of the next page.");
        }
    }
}
