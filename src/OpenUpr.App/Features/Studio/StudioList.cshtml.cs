using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Studio;

/// <summary>The documents of the coalition by their kind, each with its stage and what is next, and the templates that others are begun from.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio")]
public sealed class StudioListModel(Store store) : CoalitionPage(store)
{
    public IReadOnlyList<(string Kind, IReadOnlyList<StudioRow> Rows)> Groups { get; private set; } = [];

    public IReadOnlyList<StudioRow> Templates { get; private set; } = [];

    /// <summary>Documents by stage, over the whole list.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>A stage; null for all but dropped ones.</summary>
    public string? Stage { get; private set; }

    public bool MayWrite => Access.Is(CoalitionRole.Contributor);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = Request.Query["stage"].ToString();
        Stage = StudioSteps.Stages.Contains(asked) ? asked : null;
        var rows = (await StudioRows.ListAsync(Store, Access, cancel)).ToLookup(r => r.Document.IsTemplate);
        Templates = Stage is null ? [.. rows[true]] : [];
        Counts = rows[false].GroupBy(r => r.Document.Stage).ToDictionary(g => g.Key, g => g.Count());
        var shown = rows[false].Where(r => Stage is null ? r.Document.Stage != StudioDocument.Dropped : r.Document.Stage == Stage).ToLookup(r => r.Document.Kind);
        Groups = [.. StudioKinds.All.Select(k => (k, (IReadOnlyList<StudioRow>)[.. shown[k]])).Where(g => g.Item2.Count > 0)];
    }
}
