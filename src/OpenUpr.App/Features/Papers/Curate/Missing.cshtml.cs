using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

[Access(AccessAttribute.Curator, "/curate/missing")]
public sealed class MissingModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    public Labels Labels => labels;

    public IReadOnlyList<int> Sessions { get; private set; } = [];

    /// <summary>The session that is shown; null while the store holds no review.</summary>
    public int? Session { get; private set; }

    public ReviewDocumentKind? Kind { get; private set; }

    public IReadOnlyList<IncompleteReview> Reviews { get; private set; } = [];

    public async Task OnGetAsync(string? session, string? kind, CancellationToken cancel)
    {
        Sessions = await MissingPapers.SessionsAsync(store, cancel);
        Session = int.TryParse(session, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Sessions.Contains(number) ? number : Sessions.Count > 0 ? Sessions[0] : null;
        Kind = Enum.TryParse<ReviewDocumentKind>(kind, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        Reviews = Session is null ? [] : await MissingPapers.ReadAsync(store, Session, Kind, Geneva.Today(time), cancel);
    }
}
