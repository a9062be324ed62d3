using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Adding a meeting.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/meetings/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/meetings/new", Method = "POST")]
public sealed class MeetingNewModel(Rooms rooms) : MeetingEditModel(rooms);
