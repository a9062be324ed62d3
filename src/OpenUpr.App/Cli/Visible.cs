using System.Runtime.CompilerServices;

// The command line is tested in the process where it can be, which is quicker than a process each.
[assembly: InternalsVisibleTo("OpenUpr.Tests")]
