using System.Runtime.CompilerServices;

// Snapshots and parts of the index are tested and measured one by one; nothing else may use them.
[assembly: InternalsVisibleTo("OpenUpr.Tests")]
[assembly: InternalsVisibleTo("OpenUpr.Benchmarks")]
