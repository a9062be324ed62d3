using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>A document that is begun.</summary>
/// <param name="Kind">One of <see cref="StudioKinds"/>.</param>
/// <param name="ClusterId">The cluster that it stays within; null for the whole coalition.</param>
/// <param name="FromId">A document or template whose logo and contact it takes over; null for none.</param>
/// <param name="Client">The form's own number: what is sent twice begins one document.</param>
public sealed record StudioWish(
    string Kind, string Language, string Title, long? ClusterId, IReadOnlyList<SectionWish> Sections, bool IsTemplate = false, long? FromId = null, string? Client = null);

/// <summary>A section of a document that is begun, or that is added.</summary>
/// <param name="Slot">One of <see cref="SectionSlots"/>.</param>
/// <param name="Level">Of the heading, 1 to 3.</param>
/// <param name="PriorityId">The priority that it is about; null for none.</param>
public sealed record SectionWish(string Slot, string Heading, int Level, string Text, long? PriorityId);

/// <summary>What stands on a document besides its text, as typed.</summary>
/// <param name="Day">2026-11-22.</param>
/// <param name="Revision">The one that the writer had before them.</param>
public sealed record CoverWish(string? Title, string? Language, string? Contact, string? Day, long? LogoOrganisationId, bool HasReview, int? Revision);

/// <summary>Documents of the drafting studio: begun from an outline, from a template, or empty.</summary>
public static class Studio
{
    /// <summary>Documents of one coalition, templates among them.</summary>
    public const int Most = 500;

    /// <summary>Sections of one document, those that were taken out among them: ten times what a long submission has.</summary>
    public const int MostSections = 200;

    /// <summary>Characters of a language tag.</summary>
    private const int MaxLanguage = 12;

    /// <summary>Begins a document, or a template. The same form sent twice begins one.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, StudioWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, wish.IsTemplate ? "studio.template" : "studio.add", StudioRows.Thing, async db =>
        {
            var client = Arrivals.Client(wish.Client);
            if (await db.StudioVersions.Where(v => v.ClientId == client && v.AuthorId == access.MemberId && v.Number == 1).Select(v => (long?)v.SectionId).FirstOrDefaultAsync(cancel) is { } section)
            {
                return Outcome.Done(await db.StudioSections.Where(s => s.Id == section).Select(s => s.DocumentId).SingleAsync(cancel));
            }

            var fields = new Fields();
            var document = new StudioDocument
            {
                CoalitionId = access.CoalitionId, ClusterId = wish.ClusterId, Kind = fields.OneOf("kind", wish.Kind, [.. StudioKinds.All]), Language = fields.Required("language", wish.Language, MaxLanguage), Title = fields.Required("title", wish.Title),
                IsTemplate = wish.IsTemplate, Stage = StudioDocument.Writing, AuthorId = access.MemberId, ChangedAt = rooms.Time.GetUtcNow(), Revision = 1,
            };
            var sections = wish.Sections.Select(s => Read(fields, s)).ToList();
            return fields.Wrong ?? await PlaceAsync(db, access, document, wish, cancel) ?? await AddAsync(db, document, sections, client, cancel);
        }, cancel);

    /// <summary>Changes what stands on a document besides its text. What was agreed goes back to be written.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long id, CoverWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.change", StudioRows.Thing, async db =>
        {
            if (await OrderedAsync(db, access, id, cancel) is not ({ } document, var refused))
            {
                return Outcome.Absent;
            }

            if ((refused ?? (document.Revision != wish.Revision ? Outcome.Not(Refusal.Conflict) : null)) is { } no)
            {
                return no;
            }

            var fields = new Fields();
            (document.Title, document.Language) = (fields.Required("title", wish.Title), fields.Required("language", wish.Language, MaxLanguage));
            (document.Contact, document.Day) = (fields.Optional("contact", wish.Contact, Fields.Note), fields.Day("day", wish.Day));
            document.LogoOrganisationId = wish.LogoOrganisationId is not { } logo || await db.Organisations.AnyAsync(o => o.Id == logo, cancel) ? wish.LogoOrganisationId : fields.Refuse<long?>(Refusal.Unknown, "logo", null);
            document.PlanId = document.IsTemplate || !wish.HasReview ? null : document.PlanId ?? await PlanAsync(db, cancel);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            await ChangedAsync(rooms, db, access, document, cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Removes a template. Documents are dropped instead: what was written about is not lost.</summary>
    public static Task<Outcome> RemoveTemplateAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.template-remove", StudioRows.Thing, async db =>
        {
            if (await OrderedAsync(db, access, id, cancel) is not ({ IsTemplate: true } document, null))
            {
                return Outcome.Absent;
            }

            var sections = db.StudioSections.Where(s => s.DocumentId == id);
            db.StudioVersions.RemoveRange(await db.StudioVersions.Where(v => sections.Any(s => s.Id == v.SectionId)).ToListAsync(cancel));
            db.StudioSections.RemoveRange(await sections.ToListAsync(cancel));
            db.StudioDocuments.Remove(document);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>What a template, or another document, hands on to one that is begun from it.</summary>
    /// <param name="withText">False for headings and their order alone.</param>
    public static IReadOnlyList<SectionWish> SectionsOf(StudioView view, bool withText) =>
        [.. view.Sections.Select(s => new SectionWish(s.Section.Slot, s.Section.Heading, s.Section.Level, withText ? s.Section.Text : "", withText ? s.Section.PriorityId : null))];

    /// <summary>The document, where the person may order it; and why it cannot be changed.</summary>
    internal static async Task<(StudioDocument? Document, Outcome? Refused)> OrderedAsync(OpenUprDb db, CoalitionAccess access, long id, CancellationToken cancel)
    {
        var document = await db.StudioDocuments.SingleOrDefaultAsync(d => d.Id == id, cancel);
        return document is null || !(await StudioRows.RoleAsync(db, access, document, cancel)).MayOrder ? (null, null) : (document, StudioSteps.IsOpen(document.Stage) ? null : Outcome.Not(Refusal.Closed));
    }

    /// <summary>Marks a change of the document inside the caller's transaction; one that was agreed goes back to be written, since nobody is held to words that they did not read.</summary>
    internal static Task ChangedAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, StudioDocument document, CancellationToken cancel)
    {
        document.Revision++;
        return WrittenAsync(rooms, db, access, document, cancel);
    }

    /// <summary>The same of its sections' text, which has versions of its own.</summary>
    internal static async Task WrittenAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, StudioDocument document, CancellationToken cancel)
    {
        document.ChangedAt = rooms.Time.GetUtcNow();
        if (document.Stage == StudioDocument.Agreed)
        {
            document.Stage = StudioDocument.Writing;
            await StudioTrack.NoteAsync(rooms, db, access, document, StudioDocument.Agreed, new TrackFacts(rooms.Today, null, null), cancel);
        }
    }

    /// <summary>Adds sections at the end of a document, each with its first version.</summary>
    internal static async Task AddSectionsAsync(OpenUprDb db, StudioDocument document, IReadOnlyList<SectionWish> sections, int place, string client, long? author, CancellationToken cancel)
    {
        var (id, version) = sections.Count == 0 ? (0, 0) : (await db.TakeIdsAsync(Counters.StudioSections, sections.Count, cancel), await db.TakeIdsAsync(Counters.StudioVersions, sections.Count, cancel));
        foreach (var (i, wish) in sections.Index())
        {
            db.StudioSections.Add(new StudioSection
            {
                Id = id + i, CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = document.Id, Place = place + i, Slot = wish.Slot, Heading = wish.Heading, Level = wish.Level, Text = wish.Text, PriorityId = wish.PriorityId,
                AuthorId = author, ChangedAt = document.ChangedAt, Revision = 1,
            });
            db.StudioVersions.Add(new StudioVersion
            {
                Id = version + i, CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, SectionId = id + i, Number = 1, Heading = wish.Heading, Text = wish.Text, AuthorId = author, WrittenAt = document.ChangedAt, ClientId = client,
            });
        }
    }

    internal static SectionWish Read(Fields fields, SectionWish wish) => wish with
    {
        Slot = fields.OneOf("slot", wish.Slot, [.. SectionSlots.All]), Heading = fields.Optional("heading", wish.Heading) ?? "", Level = Math.Clamp(wish.Level, 1, 3), Text = fields.Optional("text", wish.Text, StudioText.MaxText) ?? "",
    };

    /// <summary>Adds a document that was looked at, with its sections, inside the caller's transaction.</summary>
    internal static async Task<Outcome> AddAsync(OpenUprDb db, StudioDocument document, IReadOnlyList<SectionWish> sections, string client, CancellationToken cancel)
    {
        document.Id = await db.TakeIdsAsync(Counters.StudioDocuments, 1, cancel);
        db.StudioDocuments.Add(document);
        await AddSectionsAsync(db, document, sections, 1, client, document.AuthorId, cancel);
        return Outcome.Done(document.Id);
    }

    /// <summary>Whom it is for and what it takes over.</summary>
    private static async Task<Outcome?> PlaceAsync(OpenUprDb db, CoalitionAccess access, StudioDocument document, StudioWish wish, CancellationToken cancel)
    {
        if (wish.ClusterId is { } cluster && !await db.Clusters.AnyAsync(c => c.Id == cluster && c.EndedAt == null, cancel))
        {
            return Outcome.Not(Refusal.Unknown, "cluster");
        }

        if (wish.Sections.Count > MostSections || await db.StudioDocuments.CountAsync(cancel) >= Most)
        {
            return Outcome.Not(Refusal.TooMany, "title");
        }

        long[] priorities = [.. wish.Sections.Select(s => s.PriorityId).OfType<long>().Distinct()];
        if (await db.DraftPriorities.CountAsync(p => priorities.Contains(p.Id), cancel) != priorities.Length)
        {
            return Outcome.Not(Refusal.Unknown, "priorities");
        }

        document.PlanId = wish.IsTemplate ? null : await PlanAsync(db, cancel);
        if (wish.FromId is { } from && await db.StudioDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == from, cancel) is { } other)
        {
            (document.LogoOrganisationId, document.Contact) = (other.LogoOrganisationId, other.Contact);
        }

        return null;
    }

    private static Task<long?> PlanAsync(OpenUprDb db, CancellationToken cancel) => db.ReviewPlans.Where(p => p.ClosedAt == null).OrderByDescending(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);
}
