using OpenUpr.App.Features.Coalitions;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>What the form of a task needs, for a new one and for a change.</summary>
public abstract class TaskForm(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public PlanTask? Task { get; protected set; }

    public ReviewPlan Plan { get; protected set; } = null!;

    /// <summary>The window that the plan would give it; null for the coalition's own.</summary>
    public Days? PlansOwn { get; protected set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    protected TaskWish Wish() => new(Text("title"), Text("phase"), Text("from"), Text("to"), Flag("byplan"), Number("owner"), Number("cluster"), Text("note"), Text("point"), (int?)Number("revision"));

    protected async Task ChoicesAsync(CancellationToken cancel)
    {
        People = await PersonChoicesAsync(cancel);
        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
    }
}
