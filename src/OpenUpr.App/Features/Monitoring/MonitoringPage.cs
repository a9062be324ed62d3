using OpenUpr.App.Features.FollowUp;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>A page about what became of the recommendations of a followed review.</summary>
public abstract class MonitoringPage(Rooms rooms) : FollowPage(rooms)
{
    public MonitoringView Monitoring { get; private set; } = null!;

    /// <summary>The form's own number.</summary>
    public string Client { get; } = Arrivals.NewClient();

    protected async Task<bool> LoadMonitoringAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return false;
        }

        Monitoring = await AssessmentRows.ReadAsync(Store, Access, View, cancel);
        return true;
    }
}
