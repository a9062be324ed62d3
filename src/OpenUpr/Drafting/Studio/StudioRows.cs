using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>A line of the list.</summary>
/// <param name="Cluster">That it stays within; null for the whole coalition.</param>
/// <param name="Done">Sections that are finished, of <paramref name="Sections"/>.</param>
/// <param name="Asked">Organisations that were asked to sign and have not answered.</param>
/// <param name="Next">What is to be done next: a code of <see cref="StudioNext"/>.</param>
public sealed record StudioRow(StudioDocument Document, string? Cluster, string? Author, int Sections, int Done, int Asked, string Next);

/// <summary>A section with the names of who writes it and who wrote it last.</summary>
/// <param name="Duty">The cluster that writes it; null for anybody.</param>
/// <param name="MayWrite">Whether the reader may change its text.</param>
public sealed record SectionRow(StudioSection Section, string? Duty, string? Author, bool MayWrite);

/// <summary>A step that was taken, with the name of who wrote it down.</summary>
public sealed record StepRow(StudioStep Step, string? Author);

/// <summary>A check of words that name somebody, with the name of who made it.</summary>
/// <param name="Case">What the case of evidence is called; null for none that the reader may see.</param>
public sealed record SafetyRow(StudioSafety Safety, string? Author, string? Case);

/// <summary>A document with all that belongs to it: sections in their order, steps and checks the newest first.</summary>
/// <param name="Removed">Sections that were taken out and can be put back.</param>
public sealed record StudioView(
    StudioDocument Document, string? Cluster, string? Author, ReviewPlan? Plan, StudioRole Role, IReadOnlyList<SectionRow> Sections, IReadOnlyList<SectionRow> Removed,
    IReadOnlyList<StudioSigner> Signers, IReadOnlyList<StepRow> Steps, IReadOnlyList<SafetyRow> Safety)
{
    /// <summary>What stands there now: whoever agrees to it says that they read this.</summary>
    public string Stamp => StudioStamp.Of(Document, Sections.Select(s => s.Section), Signers);

    /// <summary>Questions of the checklist that were answered with yes.</summary>
    public IReadOnlyList<TickRow> Ticks { get; init; } = [];

    /// <summary>Whether its text may be changed at all: what was sent stays as it was.</summary>
    public bool IsOpen => StudioSteps.IsOpen(Document.Stage);

    /// <summary>What happened to it after it was agreed, when its text was changed; null where nothing was, or somebody agreed since.</summary>
    public StepRow? BroughtBack => Steps is [{ Step: { Before: StudioDocument.Agreed, After: StudioDocument.Writing, Note: null } } last, ..] ? last : null;
}

/// <summary>Documents of the studio as people read them.</summary>
public static class StudioRows
{
    internal const string Thing = "studio";

    /// <summary>Those that the person may see, templates among them, the newest change first.</summary>
    public static async Task<IReadOnlyList<StudioRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var (names, clusters) = (await TaskRows.NamesAsync(db, cancel), await TaskRows.ClusterNamesAsync(db, access, cancel));
        var documents = await db.StudioDocuments.AsNoTracking().OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id).ToListAsync(cancel);
        var sections = (await db.StudioSections.Where(s => s.RemovedAt == null).GroupBy(s => s.DocumentId).Select(g => new { g.Key, All = g.Count(), Done = g.Count(s => s.IsDone) }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => (g.All, g.Done));
        var asked = await db.StudioSigners.Where(s => s.Consent == StudioSigner.Asked).GroupBy(s => s.DocumentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. documents.Select(d =>
        {
            var ((all, done), open) = (sections.GetValueOrDefault(d.Id), asked.GetValueOrDefault(d.Id));
            return new StudioRow(d, Name(clusters, d.ClusterId), Name(names, d.AuthorId), all, done, open, StudioNext.Of(d, all, done, open));
        })];
    }

    /// <summary>Null where there is none for this person.</summary>
    public static async Task<StudioView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || await db.StudioDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } document)
        {
            return null;
        }

        var (names, clusters, role) = (await TaskRows.NamesAsync(db, cancel), await TaskRows.ClusterNamesAsync(db, access, cancel), await RoleAsync(db, access, document, cancel));
        var sections = await db.StudioSections.AsNoTracking().Where(s => s.DocumentId == id).OrderBy(s => s.Place).ThenBy(s => s.Id).ToListAsync(cancel);
        var rows = sections.Select(s => new SectionRow(s, Name(clusters, s.DutyClusterId), Name(names, s.AuthorId), role.MayWriteSection(document, s))).ToLookup(r => r.Section.RemovedAt is null);
        var signers = await db.StudioSigners.AsNoTracking().Where(s => s.DocumentId == id).OrderBy(s => s.Place).ThenBy(s => s.Id).ToListAsync(cancel);
        var steps = await db.StudioSteps.AsNoTracking().Where(s => s.DocumentId == id).OrderByDescending(s => s.Id).ToListAsync(cancel);
        var safety = await db.StudioSafeties.AsNoTracking().Where(s => s.DocumentId == id).OrderByDescending(s => s.Id).ToListAsync(cancel);
        var ticks = await db.StudioTicks.AsNoTracking().Where(t => t.DocumentId == id).ToListAsync(cancel);
        var cases = await db.EvidenceCases.Where(c => c.ShreddedAt == null && !c.IsSealed && db.StudioSafeties.Any(s => s.DocumentId == id && s.CaseId == c.Id)).ToDictionaryAsync(c => c.Id, c => c.Alias, cancel);
        var plan = document.PlanId is { } number ? await db.ReviewPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == number, cancel) : null;
        return new StudioView(
            document, Name(clusters, document.ClusterId), Name(names, document.AuthorId), plan, role, [.. rows[true]], [.. rows[false]], signers, [.. steps.Select(s => new StepRow(s, Name(names, s.AuthorId)))],
            [.. safety.Select(s => new SafetyRow(s, Name(names, s.AuthorId), Name(cases, s.CaseId)))])
        { Ticks = [.. ticks.Select(t => new TickRow(t, Name(names, t.AuthorId)))] };
    }

    /// <summary>Versions of a section, the newest first, with the names of their writers; empty where there is no such section for this person.</summary>
    public static async Task<IReadOnlyList<(StudioVersion Version, string? Author)>> VersionsAsync(Store store, CoalitionAccess access, long documentId, long sectionId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || !await db.StudioSections.AnyAsync(s => s.Id == sectionId && s.DocumentId == documentId, cancel))
        {
            return [];
        }

        var names = await TaskRows.NamesAsync(db, cancel);
        return [.. (await db.StudioVersions.AsNoTracking().Where(v => v.SectionId == sectionId).OrderByDescending(v => v.Number).ToListAsync(cancel)).Select(v => (v, Name(names, v.AuthorId)))];
    }

    /// <summary>What the person is to the document.</summary>
    internal static async Task<StudioRole> RoleAsync(OpenUprDb db, CoalitionAccess access, StudioDocument document, CancellationToken cancel) => new(
        access.Role, document.AuthorId is not null && document.AuthorId == access.MemberId,
        access.MemberId is { } me ? [.. await db.ClusterMembers.Where(m => m.MemberId == me).Select(m => m.ClusterId).ToListAsync(cancel)] : []);

    private static T? Name<T>(Dictionary<long, T> names, long? id)
        where T : class? => id is { } known ? names.GetValueOrDefault(known) : null;
}
