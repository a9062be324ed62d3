using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The demonstration's documents: one of each kind and a template, in every stage of their way, with signers, steps and a section in two versions.</summary>
public static class DemoStudio
{
    /// <summary>Loads them into the demonstration's coalition while that has no document; does nothing elsewhere.</summary>
    public static async Task LoadAsync(Store store, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await DemoDay.AccessAsync(store, "amara", cancel) is not { } amara)
        {
            return;
        }

        await using var db = store.Open(amara);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.StudioDocuments.AnyAsync(cancel))
        {
            return;
        }

        var names = await Names.ReadAsync(db, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancel);
        var documents = await DocumentsAsync(db, amara.CoalitionId, names, cancel);
        await SectionsAsync(db, documents, names, cancel);
        await SignersAsync(db, documents, names, cancel);
        await StepsAsync(db, documents, names, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static List<ReferenceTable> Rows(string name) => [.. DemoCoalition.Rows($"studio-{name}")];

    private static async Task<Dictionary<string, StudioDocument>> DocumentsAsync(OpenUprDb db, long coalition, Names names, CancellationToken cancel)
    {
        var rows = Rows("documents");
        var id = await db.TakeIdsAsync(Counters.StudioDocuments, rows.Count, cancel);
        var documents = rows.ToDictionary(row => row["key"], row => new StudioDocument
        {
            Id = id++, CoalitionId = coalition, ClusterId = Names.Of(names.Clusters, row.Optional("cluster")), PlanId = row["plan"] == "yes" ? names.Plan : null, Kind = row["kind"], Language = row["language"], Title = row["title"],
            IsTemplate = row["template"] == "yes", Stage = row["stage"], LogoOrganisationId = Names.Of(names.Organisations, row.Optional("logo")), Contact = row.Optional("contact"), Day = row.Number("cover") is { } day ? names.Today.AddDays(day) : null,
            AuthorId = names.People[row["author"]], ChangedAt = At(names.Today, row.Number("day")!.Value), Revision = 1,
        });
        db.StudioDocuments.AddRange(documents.Values);
        return documents;
    }

    private static async Task SectionsAsync(OpenUprDb db, Dictionary<string, StudioDocument> documents, Names names, CancellationToken cancel)
    {
        var (rows, earlier, places) = (Rows("sections"), Rows("versions"), new Dictionary<string, int>());
        var (id, version) = (await db.TakeIdsAsync(Counters.StudioSections, rows.Count, cancel), await db.TakeIdsAsync(Counters.StudioVersions, rows.Count + earlier.Count, cancel));
        foreach (var row in rows)
        {
            var document = documents[row["document"]];
            var before = earlier.FindAll(e => e["document"] == row["document"] && e["heading"] == row["heading"] && e["slot"] == row["slot"]);
            var at = At(names.Today, row.Number("day")!.Value);
            var section = new StudioSection
            {
                Id = id++, CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = document.Id, Place = places[row["document"]] = places.GetValueOrDefault(row["document"]) + 1, Slot = row["slot"], Heading = row["heading"],
                Level = row.Number("level")!.Value, Text = row["text"], Number = before.Count + 1, DutyClusterId = Names.Of(names.Clusters, row.Optional("duty")), PriorityId = Names.Of(names.Priorities, row.Optional("priority")), IsDone = row["done"] == "yes",
                AuthorId = names.People[row["author"]], ChangedAt = at, Revision = before.Count + 1,
            };
            db.StudioSections.Add(section);
            foreach (var (i, old) in before.Index())
            {
                db.StudioVersions.Add(Version(section, version++, i + 1, old["text"], null, names.People[old["author"]], at.AddDays(old.Number("day")!.Value)));
            }

            db.StudioVersions.Add(Version(section, version++, section.Number, section.Text, before.Count > 0 ? before[^1]["note"] : null, section.AuthorId, at));
        }
    }

    private static StudioVersion Version(StudioSection section, long id, int number, string text, string? note, long? author, DateTimeOffset at) => new()
    {
        Id = id, CoalitionId = section.CoalitionId, ClusterId = section.ClusterId, SectionId = section.Id, Number = number, Heading = section.Heading, Text = text, Note = note, AuthorId = author, WrittenAt = at, ClientId = FormattableString.Invariant($"demo-{section.Id}-{number}"),
    };

    private static async Task SignersAsync(OpenUprDb db, Dictionary<string, StudioDocument> documents, Names names, CancellationToken cancel)
    {
        var (rows, places) = (Rows("signers"), new Dictionary<string, int>());
        var id = await db.TakeIdsAsync(Counters.StudioSigners, rows.Count, cancel);
        foreach (var row in rows)
        {
            var document = documents[row["document"]];
            db.StudioSigners.Add(new StudioSigner
            {
                Id = id++, CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = document.Id, OrganisationId = Names.Of(names.Organisations, row.Optional("organisation")), Name = row.Optional("name") ?? names.Titles[row["organisation"]],
                Place = places[row["document"]] = places.GetValueOrDefault(row["document"]) + 1, Consent = row["consent"], ConsentBy = row.Optional("by"), ConsentOn = row.Number("on") is { } day ? names.Today.AddDays(day) : null,
                AuthorId = document.AuthorId, Revision = 1,
            });
        }
    }

    private static async Task StepsAsync(OpenUprDb db, Dictionary<string, StudioDocument> documents, Names names, CancellationToken cancel)
    {
        var rows = Rows("steps");
        var id = await db.TakeIdsAsync(Counters.StudioSteps, rows.Count, cancel);
        db.StudioSteps.AddRange(rows.Select(row =>
        {
            var (document, at) = (documents[row["document"]], At(names.Today, row.Number("day")!.Value));
            return new StudioStep
            {
                Id = id++, CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = document.Id, Before = row["from"], After = row["to"], On = DateOnly.FromDateTime(at.UtcDateTime), Reference = row.Optional("reference"), Note = row.Optional("note"),
                AuthorId = names.People[row["author"]], At = at,
            };
        }));
    }

    /// <summary>In the afternoon of a day counted from the day of loading.</summary>
    private static DateTimeOffset At(DateOnly today, int day) => new(today.AddDays(day), new TimeOnly(15, 10), default);

    /// <summary>Numbers of what the rows name by keys.</summary>
    private sealed record Names(Dictionary<string, long> People, Dictionary<string, long> Clusters, Dictionary<string, long> Organisations, Dictionary<string, string> Titles, Dictionary<string, long> Priorities, long? Plan, DateOnly Today)
    {
        public static long? Of(Dictionary<string, long> known, string? key) => key is not null && known.TryGetValue(key, out var id) ? id : null;

        public static async Task<Names> ReadAsync(OpenUprDb db, DateOnly today, CancellationToken cancel)
        {
            var (people, clusters) = (await db.Members.Where(m => m.Name != null).ToDictionaryAsync(m => m.Name!, m => m.Id, cancel), await db.Clusters.ToDictionaryAsync(c => c.Name, c => c.Id, cancel));
            var organisations = await db.Organisations.Select(o => new { o.Name, o.Id }).ToDictionaryAsync(o => o.Name, o => o.Id, cancel);
            var priorities = await db.DraftPriorities.ToDictionaryAsync(p => p.Title, p => p.Id, cancel);
            return new Names(
                Keys("coalition-people", people), Keys("coalition-clusters", clusters), Keys("coalition-organisations", organisations),
                Own("coalition-organisations").ToDictionary(r => r["key"], r => r["name"]),
                DemoCoalition.Rows("drafting-priorities").Where(r => priorities.ContainsKey(r["title"])).ToDictionary(r => r["key"], r => priorities[r["title"]]),
                await db.ReviewPlans.Where(p => p.ClosedAt == null).OrderByDescending(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel), today);
        }

        private static Dictionary<string, long> Keys(string file, Dictionary<string, long> byName) => Own(file).Where(r => byName.ContainsKey(r["name"])).ToDictionary(r => r["key"], r => byName[r["name"]]);

        private static IEnumerable<ReferenceTable> Own(string file) => DemoCoalition.Rows(file).Where(r => r["coalition"] == DemoCoalition.Slug);
    }
}
