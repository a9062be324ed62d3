using OpenUpr.App.Features.Coalitions;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>A page of one document.</summary>
public abstract class StudioPage(Rooms rooms) : CoalitionForm(rooms)
{
    public StudioView View { get; private set; } = null!;

    public StudioReading Reading { get; protected set; } = null!;

    /// <summary>Who is named in it now.</summary>
    public IReadOnlyList<NamedWords> Names { get; private set; } = [];

    /// <summary>The address of the document, or of a page of it.</summary>
    public string Here(string tail = "") => Link(FormattableString.Invariant($"/studio/{View.Document.Id}{tail}"));

    /// <summary>What was typed into a field that pages draw by themselves.</summary>
    public string Typed(string name) => Text(name) ?? "";

    protected async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await StudioRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return false;
        }

        (View, Names) = (view, StudioNames.Of(view));
        Reading = StudioReading.Of(await StudioSources.ReadAsync(Store, Access, view, cancel), Rooms.Today.Year, cancel);
        return true;
    }

    protected async Task<IReadOnlyList<Choice>> ClusterChoicesAsync(CancellationToken cancel) =>
        [.. (await Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
}
