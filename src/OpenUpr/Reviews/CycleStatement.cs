namespace OpenUpr.Reviews;

/// <summary>What one source says about the years of a cycle. Sources differ; every statement is kept, and one of each cycle is preferred.</summary>
public sealed record CycleStatement(int Number, int FirstSession, int LastSession, string? From, string? To, Certainty Certainty, bool Preferred, ReferenceSource Source, string? Note);
