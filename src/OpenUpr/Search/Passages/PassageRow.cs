using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Search.Passages;

/// <summary>A submitter that a summary's paragraph refers to.</summary>
/// <param name="Name">As the summary's list has it; null where the list does not hold the code.</param>
public sealed record PassageSubmitter(string Code, string? Name);

/// <summary>A paragraph of a paper as it is shown.</summary>
/// <param name="Ordinal">Place in the paper, from 1.</param>
/// <param name="States">ISO codes of who speaks or asks.</param>
public sealed record PassageRow(
    long Id, PassageDocument Document, int Ordinal, string? Number, string? Heading, int? Page, string Text, IReadOnlyList<string> States, IReadOnlyList<PassageSubmitter> Submitters);

/// <summary>Reads found paragraphs from the store.</summary>
public static class PassageRows
{
    private const int BatchSize = 500;

    /// <summary>The paragraphs in the order of the ids. Those that were read again meanwhile, and so have other ids, are left out.</summary>
    public static async IAsyncEnumerable<PassageRow> StreamAsync(Store store, PassageIndex index, IReadOnlyList<long> ids, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var documents = index.Documents.ToDictionary(d => d.Id);
        var names = new Dictionary<long, Dictionary<string, string>>();
        await using var db = store.Open();
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var rows = await db.Passages.AsNoTracking().Where(p => batch.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
            await ReadNamesAsync(db, [.. rows.Values.Where(p => p.Submitters is not null).Select(p => p.DocumentId).Distinct().Where(d => !names.ContainsKey(d))], names, cancel);
            foreach (var id in batch)
            {
                if (rows.TryGetValue(id, out var p) && documents.TryGetValue(p.DocumentId, out var document))
                {
                    yield return new PassageRow(p.Id, document, p.Ordinal, p.Number, p.Heading, p.Page, p.Text, Split(p.States), [.. Split(p.Submitters).Select(c => new PassageSubmitter(c, names.GetValueOrDefault(p.DocumentId)?.GetValueOrDefault(c)))]);
                }
            }
        }
    }

    private static async Task ReadNamesAsync(OpenUprDb db, IReadOnlyList<long> documents, Dictionary<long, Dictionary<string, string>> names, CancellationToken cancel)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var submitters = await db.Submitters.AsNoTracking().Where(s => documents.Contains(s.DocumentId)).OrderBy(s => s.Id).ToListAsync(cancel);
        foreach (var document in submitters.GroupBy(s => s.DocumentId))
        {
            names[document.Key] = document.DistinctBy(s => s.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(s => s.Code, s => s.Name, StringComparer.OrdinalIgnoreCase);
        }
    }

    private static string[] Split(string? codes) => codes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
