using OpenUpr.App.Shared;
using OpenUpr.Drafting.Studio;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Features.Studio;

/// <summary>
/// Reads the models and lists of words that documents are read with once after the start, beside everything else, so that whoever opens the first document does not wait seconds for it.
/// </summary>
internal sealed class StudioWarmth(TimeProvider time) : BackgroundService
{
    private static int s_isWarm;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => AfterStart.RunAsync(() => Warm(stoppingToken), time, stoppingToken);

    private void Warm(CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref s_isWarm, 1) == 1)
        {
            return;
        }

        var year = time.GetUtcNow().Year;
        foreach (var kind in StudioKinds.All)
        {
            StudioReading.Of(new StudioSource(kind, "en", "Title", null, [new SourceSection(SectionSlots.Issue, "Issue", 1, "The State supported a recommendation.^[A/HRC/1/1, para. 1.]")]), year, cancel);
        }

        if (Classifier.HasShipped)
        {
            Classifier.Shipped.Classify("Ratify the Optional Protocol to the Convention against Torture");
        }
    }
}
