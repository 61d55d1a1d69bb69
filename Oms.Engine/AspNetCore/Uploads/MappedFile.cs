using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>A file at one of its places.</summary>
/// <param name="Path">The place as <c>map</c> has it.</param>
/// <param name="File">The file.</param>
internal sealed record MappedFile(string Path, IFile File);
