// SPDX-License-Identifier: GPL-3.0-only
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Host HOME CONF: one Neo4j over Bolt for as long as standard input is open.
 * The first line on standard input is the password. Standard output says READY port, or FAILED and why.
 */
public final class Host {
    /** A store that does not close in this time is left to its recovery at the next start. Milliseconds. */
    private static final long CLOSING_MS = 15_000;
    /** How long a host that an earlier app left behind may take to end: CLOSING_MS and some. Milliseconds. */
    private static final long WAITING_MS = 25_000;

    private static DatabaseManagementService service;

    public static void main(String[] parameters) throws Exception {
        Path home = Path.of(parameters[0]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = in.readLine();
        if (password == null) return;
        Thread parent = new Thread(() -> stayUntilClosed(in), "parent");
        parent.setDaemon(true);
        parent.start();
        try {
            waitForStore(home.resolve("host.lock"));
            DatabaseManagementService started =
                    new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(Path.of(parameters[1])).build();
            // The same password again is refused by ALTER USER; replacing the user is not, and leaves no default password.
            started.database("system").executeTransactionally(
                    "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
            GraphDatabaseAPI database = (GraphDatabaseAPI) started.database("neo4j");
            int port = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT).getPort();
            synchronized (Host.class) {
                service = started;
            }
            System.out.println("READY " + port);
        } catch (Throwable fault) {
            Throwable root = fault;
            while (root.getCause() != null) root = root.getCause();
            fault.printStackTrace();
            System.out.println("FAILED " + root.getClass().getSimpleName() + ": " + String.valueOf(root.getMessage()).replaceAll("\\s+", " "));
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    /** Standard input closes also when the app is killed with -9: the system does it. */
    private static void stayUntilClosed(BufferedReader in) {
        try {
            while (in.readLine() != null) { }
        } catch (Exception closed) {
            // As good as closed.
        }
        Thread watch = new Thread(() -> {
            try {
                Thread.sleep(CLOSING_MS);
            } catch (InterruptedException never) { }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
        synchronized (Host.class) {
            if (service != null) service.shutdown();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void waitForStore(Path file) throws Exception {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long until = System.currentTimeMillis() + WAITING_MS;
        for (FileLock lock = channel.tryLock(); lock == null; lock = channel.tryLock()) {
            if (System.currentTimeMillis() > until) throw new IllegalStateException("store in use");
            Thread.sleep(100);
        }
    }
}
