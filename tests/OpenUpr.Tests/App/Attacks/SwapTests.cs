using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Demo;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>Numbers of one coalition's things in the addresses and forms of another's: nothing is there, nothing is said, nothing changes.</summary>
[Collection(nameof(RoomsSite))]
public sealed class SwapTests(RoomsSite rooms)
{
    private const string Tovell = "/coalitions/" + DemoCoalition.Slug;
    private const string Arvenia = "/coalitions/" + DemoCoalition.OtherSlug;

    /// <summary>Words that stand in the first coalition's room alone, and in the second's.</summary>
    private static readonly string[] s_ofTovell = ["Delisle", "Fontaine", "Halim", "Heron 1", "Cedar 2", "Offences and partnerships", "market permit", "Shorten the part", "Aasgard", "Praun", "Klint", "register of detainees", "Nobody waits for a judge"];
    private static readonly string[] s_ofArvenia = ["Lindqvist", "Helsinki House", "Sokrel", "Ask both associations"];

    /// <summary>Pages of single things, with the acts that their forms know.</summary>
    private static readonly (string Kind, string Path, string[] Acts)[] s_things =
    [
        ("people", "/people/{0}", ["change", "open-log", "close-log", "leave", "invite"]), ("people", "/people/{0}/traces", ["export", "erase"]),
        ("clusters", "/clusters/{0}", ["join", "leave", "add", "remove", "take", "give-back", "end"]), ("clusters", "/clusters/{0}/edit", ["save"]),
        ("meetings", "/meetings/{0}", ["seen", "circulate", "attendance", "decide", "done", "undone", "share", "unshare"]), ("meetings", "/meetings/{0}/edit", ["save"]),
        ("organisations", "/organisations/{0}", ["logo", "no-logo", "leave"]), ("organisations", "/organisations/{0}/edit", ["save"]), ("organisations", "/organisations/{0}/logo", []),
        ("tasks", "/plan/tasks/{0}", ["state", "tick", "note"]), ("tasks", "/plan/tasks/{0}/edit", ["save"]),
        ("reprisals", "/reprisals/{0}", ["step", "close", "reopen"]),
        ("contacts", "/contacts/{0}", ["log", "settle", "left", "checked"]), ("contacts", "/contacts/{0}/edit", ["save"]), ("contacts", "/contacts/{0}/erase", ["erase"]), ("contacts", "/contacts/{0}/letter", ["text", "docx", "log"]),
        ("events", "/events/{0}", ["tick", "invite", "attendance", "uninvite", "slot", "unslot", "remove"]), ("events", "/events/{0}/edit", ["save"]), ("events", "/events/{0}/clock", []), ("events", "/events/{0}/letters", ["docx", "log"]),
        ("consultations", "/consultation/{0}", ["test", "choose", "issue", "draft", "remove-issue"]), ("consultations", "/consultation/{0}/edit", ["save"]),
        ("priorities", "/priorities/{0}", ["link", "unlink"]), ("priorities", "/priorities/{0}/edit", ["save", "remove"]),
        ("drafts", "/drafts/{0}", ["comment", "settle", "under", "send-cluster", "agree-cluster", "put-coalition", "agree-coalition", "withdraw", "take-up"]), ("drafts", "/drafts/{0}/edit", ["save", "drop", "look"]), ("drafts", "/drafts/{0}/copy", ["keep"]), ("drafts", "/drafts/{0}/history", []),
        ("follows", "/follow-up/{0}", ["refresh", "duty", "close", "open"]), ("follows", "/follow-up/{0}/uptake", ["sure", "say"]), ("follows", "/follow-up/{0}/uptake/1", ["confirm", "add", "refuse", "nobody", "back"]),
        ("follows", "/follow-up/{0}/uptake/report", []), ("follows", "/follow-up/{0}/uptake/report.docx", []), ("follows", "/follow-up/{0}/uptake/thanks", []), ("lists", "/matrix/{0}", ["save", "copy", "duty", "close", "open"]),
        ("lists", "/matrix/{0}.docx", []), ("lists", "/matrix/{0}.xlsx", []), ("lists", "/matrix/{0}/rows/1", ["save", "next", "link", "unlink", "duty"]), ("follows", "/follow-up/{0}/positions", ["step"]),
        ("follows", "/follow-up/{0}/positions/lobby", []), ("follows", "/follow-up/{0}/positions/1", ["save", "step", "remove-step", "confirm", "refuse", "forget"]), ("follows", "/follow-up/{0}/workshop", []),
        ("follows", "/follow-up/{0}/workshop/1", ["keep", "save", "next", "before"]), ("follows", "/follow-up/{0}/workshop.docx", []), ("follows", "/follow-up/{0}/adoption", ["said", "settle", "unsettle"]),
        ("follows", "/follow-up/{0}/dissemination", ["add", "done", "undone", "remove"]), ("follows", "/follow-up/{0}/translations?language=fr", ["save", "check"]), ("follows", "/follow-up/{0}/public", ["preview", "show", "hide"]),
        ("follows", "/follow-up/{0}/lobby.docx", []), ("follows", "/follow-up/{0}/lobby.xlsx", []), ("follows", "/follow-up/{0}/outcome.docx", []), ("follows", "/follow-up/{0}/outcome.xlsx", []),
        ("follows", "/follow-up/{0}/actions", ["add", "save"]), ("follows", "/follow-up/{0}/actions.docx", []), ("follows", "/follow-up/{0}/actions.xlsx", []),
        ("follows", "/follow-up/{0}/actions/1", ["save", "link", "unlink", "indicator", "remove-indicator"]), ("follows", "/follow-up/{0}/actions/versions", ["take"]), ("follows", "/follow-up/{0}/actions/views", []),
        ("follows", "/follow-up/{0}/monitoring", []), ("follows", "/follow-up/{0}/monitoring/1", ["save", "next", "confirm", "evidence"]), ("follows", "/follow-up/{0}/monitoring/index", []),
        ("follows", "/follow-up/{0}/monitoring/indicators", []), ("follows", "/follow-up/{0}/monitoring/indicators/1", ["measure"]), ("follows", "/follow-up/{0}/monitoring/list", ["come", "go"]), ("follows", "/follow-up/{0}/monitoring/rounds", ["begin", "end"]),
        ("versions", "/action-versions/{0}", ["say", "answer", "share", "unshare", "writer", "reader", "agree", "close", "open", "bring"]), ("versions", "/action-versions/{0}/actions/A1", ["save", "take", "leave", "bring"]), ("versions", "/action-versions/{0}/actions/new", ["save"]), ("versions", "/action-versions/{0}.docx", []), ("versions", "/action-versions/{0}.xlsx", []),
        ("documents", "/studio/{0}", ["up", "remove", "restore", "done", "duty", "add", "remove-template"]), ("documents", "/studio/{0}.docx", []), ("documents", "/studio/{0}/cover", ["save"]), ("documents", "/studio/{0}/history", []), ("documents", "/studio/{0}/preview", []), ("documents", "/studio/{0}/print", []),
        ("documents", "/studio/{0}/sections/1", ["save", "count", "drop"]), ("documents", "/studio/{0}/sections/1/copy", ["keep"]), ("documents", "/studio/{0}/signers", ["save", "remove"]), ("documents", "/studio/{0}/steps", ["agree", "send", "check"]),
        ("targets", "/targets/{0}/edit", ["save", "remove"]), ("press", "/press/{0}", ["approve", "withdraw"]), ("press", "/press/{0}/edit", ["save"]), ("press", "/press/{0}/file.txt", []),
        ("cases", "/evidence/{0}", ["restore", "take-over", "put-aside", "keep-sealed", "drop-file"]), ("cases", "/evidence/{0}/edit", ["save"]), ("cases", "/evidence/{0}/safety", ["save"]),
        ("cases", "/evidence/{0}/delete", ["trash", "shred"]), ("cases", "/evidence/{0}/files", ["add"]), ("cases", "/evidence/{0}/custody", []), ("cases", "/evidence/{0}/files/{1}", []), ("cases", "/evidence/{0}/files/{1}/original", ["take"]),
        ("boards", "/review-day/{0}", ["floor", "ours", "recommendation"]), ("boards", "/review-day/{0}/after", ["sure", "confirm"]), ("boards", "/review-day/{0}/delete", ["delete"]), ("boards", "/review-day/{0}/edit", ["save"]), ("boards", "/review-day/{0}/feed", ["send"]),
        ("boards", "/review-day/{0}/lines", []), ("boards", "/review-day/{0}/lines/{1}", ["save", "gone"]), ("boards", "/review-day/{0}/report", []), ("boards", "/review-day/{0}/report.csv", []), ("boards", "/review-day/{0}/speakers", ["add", "up", "out"]),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("petra", Arvenia, DemoCoalition.Slug, 120)]
    [InlineData("amara", Tovell, DemoCoalition.OtherSlug, 30)]
    public async Task Another_coalitions_numbers_open_nothing_in_ones_own_addresses(string person, string room, string other, int least)
    {
        var (ids, words) = (await IdsAsync(other), WordsOf(other));
        var before = await rooms.ContentAsync();
        var (wrong, attempts) = (new List<string>(), 0);
        foreach (var (kind, path, acts) in s_things)
        {
            foreach (var id in ids[kind].Take(3))
            {
                var address = room + string.Format(CultureInfo.InvariantCulture, path, id, ids["files"].FirstOrDefault(1));
                using var read = await rooms.SendAsync(rooms[person], HttpMethod.Get, address);
                Check(wrong, $"GET {address}", read.StatusCode, await read.Content.ReadAsStringAsync(Cancel), words);
                attempts++;
                foreach (var act in acts)
                {
                    var (status, body, _) = await rooms.PostAsync(person, address, [("act", act), .. Everything(ids, id)]);
                    Check(wrong, $"POST {address} {act}", status, body, words);
                    attempts++;
                }
            }
        }

        Assert.Equal([], wrong);

        // That a reader of the reprisal log asked for an entry is itself logged, in their own coalition's log.
        Assert.Equal(before.Where(IsNoLog), (await rooms.ContentAsync()).Where(IsNoLog));
        Assert.True(attempts >= least, $"{attempts} attempts");
    }

    [Fact]
    public async Task Another_coalitions_numbers_in_ones_own_forms_are_refused()
    {
        var (tovell, arvenia) = (await IdsAsync(DemoCoalition.Slug), await IdsAsync(DemoCoalition.OtherSlug));
        var before = await rooms.ContentAsync();
        var (wrong, attempts) = (new List<string>(), 0);
        foreach (var (person, room, own, theirs, words) in new[] { ("amara", Tovell, tovell, arvenia, s_ofArvenia), ("petra", Arvenia, arvenia, tovell, s_ofTovell) })
        {
            foreach (var (path, fields) in Forms(own, theirs))
            {
                var (status, body, location) = await rooms.PostAsync(person, room + path, fields);
                attempts++;
                if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict) || words.Any(w => body.Contains(w, StringComparison.Ordinal)))
                {
                    wrong.Add($"{person}: {path} {string.Join('&', fields)} gave {(int)status} {location}");
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(before, await rooms.ContentAsync());
        Assert.True(attempts >= 30, $"{attempts} attempts");
    }

    [Fact]
    public async Task What_lies_behind_a_closed_door_of_ones_own_coalition_is_as_far_away()
    {
        await using var db = await rooms.InsideAsync(DemoCoalition.Slug);
        var cluster = db.Clusters.First(c => c.IsClosed).Id;
        var meetings = db.Meetings.Where(m => m.ClusterId == cluster).Select(m => m.Id).ToList();
        var inbox = db.EvidenceCases.First(c => c.State == EvidenceCase.Inbox).Id;
        string[] paths = [$"/clusters/{cluster}", $"/clusters/{cluster}/edit", $"/evidence/{inbox}", $"/evidence/{inbox}/custody", $"/evidence/{inbox}/edit", $"/evidence/{inbox}/files", "/reprisals", "/reprisals/1", .. meetings.Select(m => $"/meetings/{m}")];
        var before = await rooms.ContentAsync();
        var wrong = new List<string>();
        foreach (var person in new[] { "noor", "tomas", "ines", "samir" })
        {
            foreach (var path in paths.Where(p => !rooms[person].ReadsReprisals || !p.StartsWith("/reprisals", StringComparison.Ordinal)))
            {
                using var read = await rooms.SendAsync(rooms[person], HttpMethod.Get, Tovell + path);
                Check(wrong, $"{person} GET {path}", read.StatusCode, await read.Content.ReadAsStringAsync(Cancel), ["Offences and partnerships", "market permit"]);
                foreach (var act in new[] { "join", "add", "seen", "share", "take-over", "restore", "step", "save" })
                {
                    var (status, body, _) = await rooms.PostAsync(person, Tovell + path, [("act", act), ("person", "3"), ("guest", "5")]);
                    Check(wrong, $"{person} POST {path} {act}", status, body, ["Offences and partnerships", "market permit"]);
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(before, await rooms.ContentAsync());
    }

    private static bool IsNoLog(string table) => !table.StartsWith("audit_entries ", StringComparison.Ordinal) && !table.StartsWith("counters ", StringComparison.Ordinal);

    private static string[] WordsOf(string slug) => slug == DemoCoalition.Slug ? s_ofTovell : s_ofArvenia;

    private static void Check(List<string> wrong, string what, HttpStatusCode status, string body, string[] words)
    {
        // A page without a form says that it takes none before it looks for anything.
        var isRefused = status == HttpStatusCode.NotFound || (status == HttpStatusCode.MethodNotAllowed && what.Contains("POST", StringComparison.Ordinal));
        if (!isRefused || words.Any(w => WebUtility.HtmlDecode(body).Contains(w, StringComparison.Ordinal)))
        {
            wrong.Add($"{what} gave {(int)status}");
        }
    }

    /// <summary>Every field that any form knows, filled so that it would be taken.</summary>
    private static IEnumerable<(string, string)> Everything(Dictionary<string, long[]> ids, long id) =>
    [
        ("name", "changed"), ("role", "secretariat"), ("task", "changed"), ("person", $"{ids["people"][0]}"), ("guest", $"{ids["people"][^1]}"), ("recommendation", "1"), ("item", "1"), ("kind", "thematic"), ("title", "changed"),
        ("starts", "2030-01-01T10:00"), ("revision", "0"), ("decision", "changed"), ("number", "1"), ($"at-{ids["people"][0]}", "present"), ("step", "noted"), ("on", "2026-01-01"), ("note", "changed"), ("alias", "changed"),
        ("consent", "given"), ("verdict", "safe"), ("reason", "court"), ("file", $"{id}"), ("website", "https://example.org"), ("state", "done"), ("point", "1"), ("was", "2"), ("from", "2030-01-01"),
    ];

    /// <summary>Forms of one's own room, each right but for a number that is another coalition's.</summary>
    private static IEnumerable<(string Path, (string, string)[] Fields)> Forms(Dictionary<string, long[]> own, Dictionary<string, long[]> theirs)
    {
        var (person, organisation, meeting) = ($"{theirs["people"][0]}", $"{theirs["organisations"][0]}", own["meetings"][0]);
        yield return ("/people", [("name", "New"), ("role", "observer"), ("organisation", organisation)]);
        yield return ($"/people/{own["people"][0]}", [("act", "change"), ("name", "New"), ("role", "secretariat"), ("organisation", organisation)]);
        yield return ("/clusters/new", [("name", "New"), ("kind", "thematic"), ("lead", person)]);
        yield return ("/meetings/new", [("title", "New"), ("starts", "2030-01-01T10:00"), ("host", organisation)]);
        yield return ($"/meetings/{meeting}", [("act", "attendance"), ($"at-{person}", "present")]);
        yield return ($"/meetings/{meeting}", [("act", "decide"), ("decision", "New"), ("owner", person)]);
        yield return ($"/meetings/{meeting}", [("act", "share"), ("guest", person)]);
        yield return ("/secretariat", [("act", "term"), ("organisation", organisation), ("from", "2030-01-01")]);
        foreach (var (contact, number) in theirs["contacts"].Take(1).SelectMany(_ => own["events"].Take(1), (c, e) => (c, e)))
        {
            yield return ($"/events/{number}", [("act", "invite"), ("contact", $"{contact}")]);
            yield return ($"/events/{number}", [("act", "invite"), ("organisation", organisation)]);
        }

        yield return ("/secretariat", [("act", "term"), ("organisation", $"{own["organisations"][0]}"), ("member", person), ("from", "2030-01-01")]);
        yield return ("/funding", [("act", "add"), ("kind", "grant"), ("donor", "New"), ("holder", organisation)]);
        foreach (var task in own["tasks"].Take(1))
        {
            yield return ("/plan/tasks/new", [("plan", $"{own["plans"][0]}"), ("title", "New"), ("phase", "review"), ("owner", person)]);
            yield return ($"/plan/tasks/{task}/edit", [("revision", "0"), ("from", "2030-01-01"), ("owner", person)]);
        }

        foreach (var (kind, path, field, act) in new[]
        {
            ("plans", "/plan/dates", "plan", "apply"), ("plans", "/plan/dates", "plan", "session"), ("plans", "/plan/dates", "plan", "close"), ("quiet", "/plan/quiet", "number", "remove"),
            ("decisions", $"/meetings/{meeting}", "number", "done"), ("decisions", $"/meetings/{meeting}", "number", "undone"), ("terms", "/terms", "terms", "accept"), ("terms", "/terms", "thing", "share"), ("terms", "/terms/new", "based", "adopt"),
            ("offices", "/hand-over", "term", "hand"), ("boxes", "/evidence/boxes", "box", "close"), ("grants", "/funding", "number", "remove"), ("trainings", "/trainings", "number", "remove"), ("absent", "/absent", "number", "remove"),
            ("absent", "/absent", "number", "settle"), ("clusters", "/evidence/new", "cluster", "add"), ("clusters", "/meetings/new", "cluster", "add"),
            ("clusters", "/contacts/new", "cluster", "save"), ("clusters", "/events/new", "cluster", "save"), ("clusters", "/consultation/new", "cluster", "save"), ("government", "/consultation", "number", "held"), ("government", "/consultation", "number", "remove"),
        })
        {
            foreach (var id in theirs[kind].Take(2))
            {
                yield return (path, [("act", act), (field, $"{id}"), ("guest", $"{own["people"][0]}"), ("alias", "New"), ("consent", "given"), ("title", "New"), ("starts", "2030-01-01T10:00"), ("text", "New"), ("changes", "New")]);
            }
        }

        foreach (var id in theirs["priorities"].Take(1))
        {
            yield return ("/priorities", [("act", "up"), ("priority", $"{id}")]);
            yield return ("/drafts/new", [("act", "save"), ("draft", "New"), ("priority", $"{id}")]);
            yield return ("/drafts/new", [("act", "save"), ("draft", "New"), ("cluster", $"{theirs["clusters"][0]}")]);
            yield return ("/drafts", [("act", "up"), ("number", $"{theirs["drafts"][0]}")]);
        }

        foreach (var id in own["priorities"].Take(1))
        {
            yield return ($"/priorities/{id}", [("act", "link"), ("case", $"{theirs["cases"].FirstOrDefault(999)}")]);
            yield return ($"/drafts/{own["drafts"][0]}", [("act", "under"), ("priority", $"{theirs["priorities"].FirstOrDefault(999)}")]);
            yield return ($"/drafts/{own["drafts"][0]}", [("act", "settle"), ("remark", "999")]);
        }

        foreach (var cluster in own["clusters"].Take(1))
        {
            yield return ($"/clusters/{cluster}", [("act", "add"), ("person", person)]);
            yield return ($"/clusters/{cluster}", [("act", "remove"), ("person", person)]);
            yield return ($"/clusters/{cluster}/edit", [("name", "New"), ("kind", "thematic"), ("lead", person)]);
        }

        if (own["cases"].Length > 1)
        {
            // A file of one case under another's number.
            yield return ($"/evidence/{own["cases"][^1]}", [("act", "drop-file"), ("file", $"{own["files"][0]}")]);
            yield return ($"/evidence/{own["cases"][^1]}/files/{own["files"][0]}/original", [("reason", "court")]);
        }
    }

    private async Task<Dictionary<string, long[]>> IdsAsync(string slug)
    {
        await using var db = await rooms.InsideAsync(slug);
        Task<long[]> Of<T>()
            where T : class, IPrivateRow => db.Set<T>().OrderBy(r => r.Id).Select(r => r.Id).ToArrayAsync(Cancel);
        return new Dictionary<string, long[]>
        {
            ["people"] = await Of<Member>(), ["clusters"] = await Of<Cluster>(), ["meetings"] = await Of<Meeting>(), ["organisations"] = await Of<Organisation>(), ["reprisals"] = await Of<ReprisalEntry>(), ["cases"] = await Of<EvidenceCase>(),
            ["files"] = await Of<EvidenceFile>(), ["terms"] = await Of<TermsOfReference>(), ["decisions"] = await Of<Decision>(), ["boxes"] = await Of<DropBox>(), ["grants"] = await Of<Grant>(), ["trainings"] = await Of<Training>(),
            ["absent"] = await Of<AbsentGroup>(), ["offices"] = await Of<SecretariatTerm>(), ["contacts"] = await Of<Contact>(), ["events"] = await Of<CoalitionEvent>(), ["consultations"] = await Of<Consultation>(),
            ["government"] = await Of<GovernmentMeeting>(),
            ["plans"] = await Of<ReviewPlan>(), ["tasks"] = await Of<PlanTask>(), ["quiet"] = await Of<QuietPeriod>(),
            ["priorities"] = await Of<DraftPriority>(), ["drafts"] = await Of<DraftRecommendation>(), ["documents"] = await Of<StudioDocument>(), ["lists"] = await Of<MatrixSheet>(), ["follows"] = await Of<FollowedReview>(), ["versions"] = await Of<ActionVersion>(),
            ["targets"] = await Of<TargetChoice>(), ["press"] = await Of<PressText>(),
            ["boards"] = await Of<DayBoard>(),
        };
    }
}
