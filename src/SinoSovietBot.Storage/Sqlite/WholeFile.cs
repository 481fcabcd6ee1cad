namespace SinoSovietBot.Storage.Sqlite;

/// <summary>Files that get their name only once they are whole.</summary>
internal static class WholeFile
{
    /// <summary>Has a file written under another name, then gives it its own; whatever goes wrong, no half file stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <param name="write">Writes the file whose name it is given; one of that name is there, or may be made, and holds nothing.</param>
    /// <exception cref="StorageException">The folder or the disk refuses.</exception>
    public static void Write(string path, bool overwrite, Action<string> write)
    {
        string partial = path + ".partial";
        try
        {
            File.Delete(partial);
            PrivateFile.Ensure(partial);
            write(partial);
            File.Move(partial, path, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The copy '{path}' cannot be written: {exception.Message}", exception);
        }
        finally
        {
            // Asked first, because deleting in a folder that is missing is a fault of its own and would hide the one on its way.
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }
}
