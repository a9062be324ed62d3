using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Rules;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>Words of a document that name a person or show a case that can be recognised.</summary>
/// <param name="Check">What somebody decided of them; null while nobody did.</param>
public sealed record NamedWords(string Words, StudioSafety? Check)
{
    /// <summary>Whether they may stand as they do: what must come out and is still there is not settled.</summary>
    public bool IsSettled => Check is { MayStand: true };
}

/// <summary>A check of such words, as typed.</summary>
/// <param name="CaseId">The case of evidence that they are about; null for none.</param>
public sealed record SafetyWish(string? Words, bool? MayStand, long? CaseId, string? Note);

/// <summary>
/// People whom a document names. Submissions are never anonymous and are published with their text, so each individual case asks for a check that the person agrees and
/// is safe (UPR Info, Compendium, Part 3, 2017; requirement F9). The machine finds signs only; a person decides.
/// </summary>
public static class StudioNames
{
    /// <summary>Checks of one document.</summary>
    public const int Most = 500;

    private const int MaxWords = 300;

    /// <summary>Who is named in a document now, in the order of the text.</summary>
    /// <param name="source">What the document is composed from, with the parts that the program makes.</param>
    public static IReadOnlyList<NamedWords> Of(StudioView view, StudioSource source) => Of(source, view.Safety.Select(s => s.Safety));

    /// <summary>Writes down what was decided of words that name somebody; a later check of the same words counts.</summary>
    public static Task<Outcome> CheckAsync(Rooms rooms, CoalitionAccess access, long id, SafetyWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.safety", StudioRows.Thing, async db =>
        {
            if (await db.StudioDocuments.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } document || !(await StudioRows.RoleAsync(db, access, document, cancel)).MayOrder)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var (words, may, note) = (fields.Required("words", wish.Words, MaxWords), wish.MayStand ?? fields.Refuse(Refusal.Empty, "may", false), fields.Required("note", wish.Note, Fields.Note));
            if (wish.CaseId is { } asked && !await db.EvidenceCases.AnyAsync(c => c.Id == asked && c.ShreddedAt == null, cancel))
            {
                fields.Refuse(Refusal.Unknown, "case", 0);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            // What the case's own check forbids, no check of a document allows.
            if (may && wish.CaseId is { } named && !await db.EvidenceCases.AnyAsync(c => c.Id == named && c.SafetyCheckedAt != null && c.SafetyVerdict != "unsafe" && c.Consent != "refused", cancel))
            {
                return Outcome.Not(Refusal.NotChecked, "case");
            }

            if (await db.StudioSafeties.CountAsync(s => s.DocumentId == id, cancel) >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "words");
            }

            db.StudioSafeties.Add(new StudioSafety
            {
                Id = await db.TakeIdsAsync(Counters.StudioSafeties, 1, cancel), CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = id, Words = words, CaseId = wish.CaseId, MayStand = may, Note = note, AuthorId = access.MemberId,
                At = rooms.Time.GetUtcNow(),
            });
            return Outcome.Done(id);
        }, cancel);

    internal static IReadOnlyList<NamedWords> Of(StudioDocument document, IEnumerable<StudioSection> sections, IEnumerable<StudioSafety> checks) =>
        Of(new StudioSource(document.Kind, document.Language, document.Title, null, [.. sections.Select(StudioSources.Section)]), checks);

    private static IReadOnlyList<NamedWords> Of(StudioSource source, IEnumerable<StudioSafety> checks)
    {
        var latest = checks.OrderBy(c => c.Id).GroupBy(c => Plain(c.Words)).ToDictionary(g => g.Key, g => g.Last());
        return [.. Find(source with { Cover = null }).DistinctBy(Plain).Select(w => new NamedWords(w, latest.GetValueOrDefault(Plain(w))))];
    }

    private static IEnumerable<string> Find(StudioSource source)
    {
        var subject = new CheckSubject(ComposedCheck.ToChecked(Composer.Compose(source)), StudioKinds.RulesOf(source.Kind) ?? DocumentKind.AdvocacyPaper, source.Language.Split('-')[0], 0);
        return SafetyRules.Persons(subject).Concat(SafetyRules.Cases(subject)).Concat(SafetyRules.Details(subject)).OrderBy(h => h.Paragraph).Select(h => h.Excerpt!);
    }

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
