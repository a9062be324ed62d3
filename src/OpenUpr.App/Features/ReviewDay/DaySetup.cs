using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>What the pages of the review day need.</summary>
internal static class DaySetup
{
    public static void AddReviewDay(this IServiceCollection services) => services.AddSingleton<DayMatcher>();
}
