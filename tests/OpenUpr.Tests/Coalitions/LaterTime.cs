namespace OpenUpr.Tests.Coalitions;

/// <summary>The clock, some time ahead.</summary>
internal sealed class LaterTime(TimeSpan later) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + later;
}
