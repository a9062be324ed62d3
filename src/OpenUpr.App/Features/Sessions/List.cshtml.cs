using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Sessions;

[Access(AccessAttribute.Public, "/sessions")]
public sealed class ListModel(Store store, LiveIndex live, TimeProvider time) : PageModel
{
    /// <summary>Newest cycle first, and in it the newest session.</summary>
    public IReadOnlyList<IGrouping<int, SessionLine>> Cycles { get; private set; } = [];

    public SessionLine? Next { get; private set; }

    public Cycle? FindCycle(int number) => store.Reference.Cycles.FirstOrDefault(c => c.Number == number);

    public void OnGet()
    {
        var sessions = SessionLine.ReadAll(live.Current, store.Reference, Geneva.Today(time));
        Next = sessions.FirstOrDefault(s => s.IsNext);
        Cycles = [.. sessions.Reverse().GroupBy(s => s.Session.Cycle)];
    }
}
