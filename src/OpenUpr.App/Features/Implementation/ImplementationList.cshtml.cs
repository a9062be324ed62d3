using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Implementation;

/// <summary>How far recommendations are carried out, as those say who publish it: by State, issue and cycle, each publication for itself, apart from positions (requirement N1).</summary>
[Access(AccessAttribute.Public, "/implementation")]
public sealed class ImplementationListModel(Store store) : PageModel
{
    /// <summary>Recommendations on one page.</summary>
    public const int PageSize = 50;

    public PublicationFilter Filter { get; private set; } = PublicationFilter.None;

    /// <summary>All publications with judgements, before anything was chosen.</summary>
    public IReadOnlyList<Publication> All { get; private set; } = [];

    /// <summary>Those that pass, each with its recommendations that do.</summary>
    public IReadOnlyList<(Publication Publication, IReadOnlyList<PublicRow> Rows)> Found { get; private set; } = [];

    public IReadOnlyList<string> Issues => [.. All.SelectMany(p => p.Content.Rows).Where(r => r.Judgements.Count > 0).SelectMany(r => r.Issues).Distinct().Order(StringComparer.CurrentCulture)];

    public IReadOnlyList<string> States => [.. All.Select(p => p.Content.State).Distinct().OrderBy(Name, StringComparer.CurrentCulture)];

    public bool IsFiltered => Filter != PublicationFilter.None;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // What is shown can be taken away at once, so nobody keeps a copy on the way.
        Response.Headers.CacheControl = "no-store";
        Filter = ImplementationFiles.Read(Request.Query);
        All = await Publications.ReadAsync(store, cancel);
        Found = ImplementationFiles.Choose(All, Filter);
    }

    public string Name(string code) => store.Reference.FindState(code)?.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? code;

    public static string Assessor(string? code) => ImplementationWords.ResourceManager.GetString($"Assessor_{code}", CultureInfo.CurrentUICulture) ?? "";

    public static string Address(Publication publication) => publication.Id is { } id ? string.Create(CultureInfo.InvariantCulture, $"/implementation/{id}") : $"/outcomes/{publication.Name}";

    /// <summary>The rows behind a number: the same page with this light, or this issue.</summary>
    public string To(Publication publication, string? light, string? issue) => ImplementationFiles.Write("/implementation", Filter with { State = publication.Content.State, Cycle = publication.Cycle, Light = light ?? Filter.Light, Issue = issue ?? Filter.Issue });

    public string File(string ending) => ImplementationFiles.Write("/implementation" + ending, Filter);
}
